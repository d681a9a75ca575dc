"""What all pages share and no rule may see."""
