// A file is sent with its progress shown; without this, the form sends it by itself.

const form = document.querySelector(".carrying-form");
const file = form.elements.file;
const button = form.querySelector("[type=submit]");
const place = form.querySelector(".carrying-progress");
const bar = place.querySelector("progress");
const words = place.querySelector("p");
const problem = form.querySelector(".problem");

form.noValidate = true; // our own words
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const [chosen] = file.files;
  if (!chosen) return tell(form.dataset.wordsMissing);
  if (chosen.size > Number(form.dataset.most)) return tell(form.dataset.wordsLarge);
  send();
});

function send() {
  const request = new XMLHttpRequest(); // fetch doesn't say how far an upload is
  request.open("POST", form.action);
  request.setRequestHeader("Accept", "application/json");
  request.responseType = "json";
  request.upload.addEventListener("progress", (event) => event.lengthComputable && show((100 * event.loaded) / event.total));
  request.upload.addEventListener("load", () => (words.textContent = form.dataset.wordsSent));
  request.addEventListener("load", () => answered(request));
  request.addEventListener("error", () => tell(form.dataset.wordsFailed));
  tell("");
  show(0);
  place.hidden = false;
  button.disabled = true;
  request.send(new FormData(form));
}

function show(percent) {
  bar.value = percent;
  words.textContent = form.dataset.wordsSending.replace("{percent}", Math.floor(percent));
}

function answered(request) {
  if (request.status === 201) return location.assign(request.response.url);
  if (request.responseURL && new URL(request.responseURL).pathname !== new URL(form.action).pathname) return location.reload(); // signed out meanwhile
  tell(request.response?.errors?.file ?? request.response?.error ?? form.dataset.wordsFailed);
}

function tell(said) {
  problem.textContent = said;
  if (said) file.setAttribute("aria-invalid", "true");
  else file.removeAttribute("aria-invalid");
  place.hidden = true;
  button.disabled = false;
}
