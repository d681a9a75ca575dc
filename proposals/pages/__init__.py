"""What people see of proposals."""
