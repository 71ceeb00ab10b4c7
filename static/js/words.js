// Words for people, in the language of the page. `makemessages -d djangojs` finds what is marked with these. What Django makes of
// its translations (`JavaScriptCatalog`) is loaded before all other scripts; until there is one, the words are as they stand.

export const gettext = (words) => globalThis.django?.gettext?.(words) ?? words;

export const ngettext = (one, more, count) => globalThis.django?.ngettext?.(one, more, count) ?? (count === 1 ? one : more);

/** With what belongs between the braces. */
export const filled = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
