"""Credits of pictures: who made them, and which agency gives them."""
