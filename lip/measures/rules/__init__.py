"""What holds, without clock or chance."""
