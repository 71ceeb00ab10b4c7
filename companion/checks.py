"""System checks of the floor."""
