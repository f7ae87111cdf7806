"""What the pages say, in Swedish and English: the language that the browser asks for first, else Swedish."""

from collections.abc import Mapping

LANGUAGES = ("sv", "en")

WORDS: Mapping[str, tuple[str, str]] = {
    "title": ("Logga in i MIA", "Sign in to MIA"),
    "sign-in": ("Logga in", "Sign in"),
    "sign-in-lead": (
        "Du kom hit från MIA. När du är klar får du sex siffror att skriva där.",
        "You came here from MIA. When you are done you get six digits to write there.",
    ),
    "again": ("Visa att det är du", "Show that it is you"),
    "again-lead": (
        "Du är på väg att göra något som betyder mycket för någon. Därför frågar MIA en gång till.",
        "You are about to do something that means a lot to somebody. So MIA asks once more.",
    ),
    "passkey": ("Lägg till en passnyckel", "Add a passkey"),
    "passkey-lead": (
        "En passnyckel ligger i din dator, din telefon eller en säkerhetsnyckel. Du öppnar den med"
        " ditt finger, ditt ansikte eller en kod, och slipper lösenord.",
        "A passkey lies in your computer, your phone or a security key. You open it with your"
        " finger, your face or a code, and need no password.",
    ),
    "link": ("Koppla din e-legitimation", "Connect your electronic identity"),
    "link-lead": (
        "Din administratör har gett dig den här länken. När du har loggat in öppnar din"
        " e-legitimation ditt konto i MIA.",
        "Your administrator gave you this link. Once you have signed in, your electronic identity"
        " opens your account in MIA.",
    ),
    "lured": (
        "Har någon annan skickat länken till dig, eller ringt och bett dig öppna den? Stäng sidan.",
        "Did somebody else send you this link, or call and ask you to open it? Close this page.",
    ),
    "with": ("Fortsätt med {who}", "Continue with {who}"),
    "use-passkey": ("Använd en passnyckel", "Use a passkey"),
    "make-passkey": ("Skapa passnyckeln", "Make the passkey"),
    "passkey-name": (
        "Vad ska den heta? Till exempel: jobbdatorn",
        "What shall it be called? For example: work computer",
    ),
    "needs-script": (
        "En passnyckel behöver att JavaScript är på i webbläsaren.",
        "A passkey needs JavaScript to be on in the browser.",
    ),
    "no-passkeys-here": (
        "Den här webbläsaren kan inte använda passnycklar.",
        "This browser cannot use passkeys.",
    ),
    "passkey-failed": (
        "Det blev inget den här gången. Inget har ändrats. Försök igen när du vill.",
        "Nothing came of it this time. Nothing was changed. Try again when you like.",
    ),
    "waiting": ("Väntar på din passnyckel …", "Waiting for your passkey …"),
    "done": ("Skriv siffrorna i MIA", "Write the digits in MIA"),
    "done-lead": (
        "Gå tillbaka till MIA och skriv de här sex siffrorna.",
        "Go back to MIA and write these six digits.",
    ),
    "done-warning": (
        "Skriv dem bara där du själv började. Säg dem aldrig till någon, inte heller till någon som"
        " säger sig vara från MIA, kommunen eller supporten.",
        "Write them only where you yourself began. Never tell them to anybody, not even to somebody"
        " who says they are from MIA, the municipality or the support.",
    ),
    "done-passkey": (
        "Passnyckeln gäller när du har skrivit siffrorna.",
        "The passkey counts once you have written the digits.",
    ),
    "linked": ("Kopplingen är klar", "It is connected"),
    "linked-lead": (
        "Nu kan du stänga sidan och logga in i MIA.",
        "Now you can close this page and sign in to MIA.",
    ),
    "failed": ("Det gick inte den här gången", "It did not work this time"),
    "over": (
        "Den här inloggningen är över, eller började i en annan webbläsare. Gå tillbaka till MIA"
        " och börja om.",
        "This sign-in is over, or began in another browser. Go back to MIA and begin anew.",
    ),
    "not-believed": (
        "Svaret gick inte att lita på, så ingen har loggats in. Gå tillbaka till MIA och börja om."
        " Händer det igen, säg det till din administratör.",
        "The answer could not be trusted, so nobody was signed in. Go back to MIA and begin anew."
        " If it happens again, tell your administrator.",
    ),
    "not-reached": (
        "Tjänsten för inloggning svarar inte just nu. Försök om en stund.",
        "The sign-in service does not answer right now. Try again in a while.",
    ),
    "stranger": (
        "Ingen som arbetar här är kopplad till det du loggade in med. Be din administratör om en"
        " länk.",
        "Nobody who works here is connected to what you signed in with. Ask your administrator for"
        " a link.",
    ),
    "changed-mind": (
        "Du avbröt, så ingen har loggats in. Gå tillbaka till MIA när du vill börja om.",
        "You stopped, so nobody was signed in. Go back to MIA when you want to begin anew.",
    ),
    "another": (
        "Det var inte samma person som är inloggad i MIA, så inget har ändrats.",
        "That was not the person who is signed in to MIA, so nothing was changed.",
    ),
}
"""By name: Swedish, English."""


def language_of(accepted: str) -> str:
    """The first of ours in an Accept-Language header. Its weights are left alone: browsers order by them."""
    for one in accepted.split(","):
        plain = one.split(";")[0].strip().lower().partition("-")[0]
        if plain in LANGUAGES:
            return plain
    return LANGUAGES[0]


def say(language: str, name: str, **given: str) -> str:
    """The words of that name."""
    return WORDS[name][LANGUAGES.index(language)].format(**given)
