"""Pictures that people send: made anew before anything is kept of them."""
