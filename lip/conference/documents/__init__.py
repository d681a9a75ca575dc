"""Documents on paper and as pictures, made from values: badges, tickets, lists."""
