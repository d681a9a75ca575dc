"""Pictures and posters of a conference, made from values."""
