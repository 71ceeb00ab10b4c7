// What was said, page by page.

/** `direction` is "after", "before" or "" (the latest). Answers {messages, more}; null when the id is not on the active branch. */
export async function fetchPage(conversation, direction = "", id = "") {
  const query = direction ? `?${direction}=${id}` : "";
  const answer = await fetch(`/conversations/${conversation}/messages/${query}`, { headers: { Accept: "application/json" } });
  if (answer.status === 409) return null;
  if (!answer.ok) throw new Error(`history: ${answer.status}`);
  return answer.json();
}

/** All pages after a message. */
export async function fetchAllAfter(conversation, id) {
  const messages = [];
  for (let more = true; more; ) {
    const page = await fetchPage(conversation, id ? "after" : "", id);
    if (page === null) return null;
    messages.push(...page.messages);
    more = Boolean(id) && page.more;
    id = page.messages.at(-1)?.id;
  }
  return messages;
}
