// The moderators' queue by keyboard: along the rows of the list, and about the page of one flag.

const typing = (element) => element.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");

function goTo(id) {
  document.getElementById(id)?.click();
}

function list() {
  const rows = [...document.querySelectorAll("#result_list tbody tr")];
  let at = -1;
  const stand = (step) => {
    if (!rows.length) return;
    rows[at]?.classList.remove("here");
    at = Math.min(Math.max(at + step, 0), rows.length - 1);
    rows[at].classList.add("here");
    const link = rows[at].querySelector("th a, td a");
    link.focus({ preventScroll: true });
    rows[at].scrollIntoView({ block: "nearest" });
  };
  return {
    j: () => stand(1),
    k: () => stand(-1),
    x: () => rows[at]?.querySelector(".action-select")?.click(),
    a: () => document.querySelector("#changelist-form select[name=action]")?.focus(),
    "/": () => document.getElementById("searchbar")?.select(),
  };
}

function page() {
  const choices = [...document.querySelectorAll("#decide input[type=radio]")];
  const keys = {
    n: () => goTo("next"),
    u: () => goTo("up"),
    t: () => {
      const details = document.querySelector("#text details");
      if (!details) return;
      details.open = true;
      details.querySelector("select").focus();
    },
  };
  choices.forEach((choice, index) => {
    keys[index + 1] = () => {
      choice.checked = true;
      document.getElementById("id_reason").focus();
    };
  });
  return keys;
}

const keys = document.getElementById("flag") ? page() : list();

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && typing(event.target)) {
    event.target.blur();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (!Object.hasOwn(keys, event.key)) return;
  event.preventDefault();
  keys[event.key]();
});
