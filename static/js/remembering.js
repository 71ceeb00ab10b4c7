// What is done with a memory from the conversation, and what was just learned from it.

import { filled, gettext } from "./words.js";

const FAILED = gettext("It did not get through. Try again in a moment.");

/** One of the buttons of a memory (memory/acting.py); answers whether it was done, and the sentence that says so. */
export async function actOn(id, action, fields = {}) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  return send(`/memories/${id}/${action}/`, body);
}

/** Sends a form of ours as it stands. */
export async function send(address, body) {
  if (!body.has("csrfmiddlewaretoken")) body.append("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value);
  try {
    const answer = await fetch(address, { method: "POST", body, headers: { Accept: "application/json" } });
    if (answer.redirected) return location.reload(), { ok: false, said: "" }; // signed out meanwhile
    const told = await answer.json();
    return { ...told, ok: answer.ok, said: told.said ?? told.error ?? "" };
  } catch {
    return { ok: false, said: FAILED };
  }
}

/** Says quietly what was learned, with a way back. `mayTell` is asked once its words are here. */
export async function tellLearned(memories, { state, mayTell }) {
  const ids = memories.filter((one) => one.status === "active").map((one) => one.id);
  const waiting = memories.filter((one) => one.status === "proposed").length;
  const texts = ids.length ? await textsOf(ids) : [];
  if (!mayTell()) return;
  if (texts.length) state.say(filled(gettext("Remembered: {texts}"), { texts: texts.join(" ") }), { action: [gettext("Undo"), () => undo(ids, state)] });
  else if (waiting) state.say(gettext("Something you said waits for your yes."), { action: [gettext("Look"), () => location.assign("/memories/waiting/")] });
}

async function textsOf(ids) {
  const answer = await fetch(`/memories/?ids=${ids.join(",")}`, { headers: { Accept: "application/json" } });
  return answer.ok ? (await answer.json()).memories.map((one) => one.text) : [];
}

async function undo(ids, state) {
  const answers = await Promise.all(ids.map((id) => actOn(id, "undo")));
  const failed = answers.find((one) => !one.ok);
  state.say(failed ? failed.said : gettext("Taken back. It won't be proposed again."), failed ? { kind: "problem" } : {});
}
