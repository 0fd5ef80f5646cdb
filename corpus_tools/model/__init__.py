"""The article model: its types, its texts and offsets, its ids, its canonical order."""
