// How far the reading of a file is; when it is done, the page says what came of it.

const place = document.querySelector(".carrying-reading");
const bar = place.querySelector("progress");
const words = place.querySelector("p");
const PAUSE = 1000;

async function look() {
  try {
    const answer = await fetch(location.href, { headers: { Accept: "application/json" } });
    if (answer.redirected || answer.status === 404) return location.reload(); // signed out, or gone
    if (answer.ok) {
      const told = await answer.json();
      if (told.state !== "reading") return location.reload();
      bar.value = told.percent;
      const said = place.dataset.words.replace("{count}", told.read);
      if (words.textContent !== said) words.textContent = said;
    }
  } catch {
    // the network is away: the next look may find it
  }
  setTimeout(look, PAUSE); // nobody tells a page that has no socket
}

look();
