"""What a companion might say: everyday talk, and talk of one subject each with words that look worse than they are."""

EVERYDAY = """
    Good evening, it's good to hear from you again.
    That sounds like a long day, and you got through it.
    I'd begin with the smallest room and leave the attic for last.
    The lighthouse keeper wrote a letter to the sea every morning, and the sea wrote back in foam.
    You could roast the carrots with honey and a little thyme; twenty minutes are enough.
    If the train leaves at 7.45, you'd have time for a coffee at the station.
    Your dog may simply be bored: hide his dinner in three places and let him search.
    Porto is lovely in May, when the evenings are warm and the city isn't full yet.
    I don't know that book, so I can't say whether the ending is sad.
    Which of the two would you miss more?
    Write down the three things you want to say, and leave out the rest.
    A shared calendar helps more than another talk about who forgot what.
    Rain all week… it might be the right time for the puzzle.
    Thank you for telling me about your garden!
    I'm an AI, so I can't taste it, but the recipe sounds right.
    You said that Biscuit is afraid of thunder; a dark corner and a calm voice help.
    First, boil the water. Then add the salt, and only then the pasta.
    It's all right not to decide tonight.
    The second verse has a syllable too many: try leaving out "slowly".
    Middlesex is a county, and Essex is another.
    I could murder a sandwich, as they say.
    Chicken breast dries out quickly: take it off the heat at 74 degrees.
    Strip the old paint first, or the new one will blister.
"""
HEALTH = """
    A lump in the breast should be seen by a doctor, though most turn out harmless.
    The pill and grapefruit don't get along well; ask your pharmacist.
    Men over fifty may ask their doctor about a prostate check.
    Masturbation is normal, doctors say, and does no harm to anybody's health.
    Touch the sore place gently: does it hurt more when you let go?
"""
FAMILY = """
    Your daughter is nine, so a book about a dragon would suit her.
    In biology class they'll talk about reproduction, cells and how plants do it.
    School starts at eight, so the children should be in bed by nine.
    A blanket, a story and ten minutes of quiet do more than any rule.
"""
MACHINES = """
    In Python you would use a generator here, because the list is never needed as a whole.
    Kill the process with its number, and start the server again.
    The master branch was renamed, and the slave replica is called a follower now.
    Touch the screen with two fingers to zoom.
"""
LOVE = """
    Cuddle up with a blanket and that old film you like.
    You could plan a romantic dinner: candles, her favourite pasta, no telephones.
    She kissed him goodbye at the station and went home to feed the cat.
    The play ends with both lovers dead, as tragedies do.
"""
SUBJECTS = [
    [line.strip() for line in (EVERYDAY + more).splitlines() if line.strip()]
    for more in (HEALTH, FAMILY, MACHINES, LOVE, "")
]
