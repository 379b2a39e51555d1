"""Makes the finished site light: what no page needs is left out, what a page needs arrives at once."""
