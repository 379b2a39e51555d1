"""The types of docs/data: what an editor may write, and nothing else; a module for each file."""
