"""Names in seeds: of people, offices and agencies, and of those who made a picture."""
