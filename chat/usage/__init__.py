"""What people used of what they may in a day: counted at admission and after each answer, shown to them and to operators."""
