// The act's page: a fact and its words light up together; long stretches are read when opened.
const text = document.getElementById("testo");
const facts = document.getElementById("fatti");
const told = document.getElementById("detto");

const wordsOf = (id) => text.querySelectorAll(`[data-f~="${CSS.escape(id)}"]`);
const rowOf = (id) => facts?.querySelector(`[data-fatto="${CSS.escape(id)}"]`);

function light(id, on) {
  for (const words of wordsOf(id)) words.classList.toggle("acceso", on);
  rowOf(id)?.classList.toggle("acceso", on);
}

let lit = [];
function show(ids) {
  for (const id of lit) light(id, false);
  lit = ids;
  for (const id of lit) light(id, true);
}

// What a pointer or the keyboard is at: a fact of the list, or words of the text
function idsAt(target) {
  const row = target.closest?.("[data-fatto]");
  if (row) return [row.dataset.fatto];
  const words = target.closest?.("[data-f]");
  return words ? words.dataset.f.split(" ") : null;
}

let chosen = [];
let pointer = "";
document.addEventListener("focusin", (event) => show(idsAt(event.target) ?? chosen));
document.addEventListener("pointerover", (event) => {
  // What scrolls away under a still pointer was not pointed at
  const at = `${event.clientX} ${event.clientY}`;
  if (at !== pointer) show(idsAt(event.target) ?? chosen);
  pointer = at;
});
document.addEventListener("pointermove", (event) => {
  pointer = `${event.clientX} ${event.clientY}`;
}, { passive: true });

function revealRow(ids) {
  const row = ids.map(rowOf).find(Boolean);
  // Only where the list stands beside the text: elsewhere it would take the reader away from it
  if (!row || getComputedStyle(facts).position !== "sticky") return;
  row.closest("details").open = true;
  row.scrollIntoView({ block: "nearest" });
}
text.addEventListener("focusin", (event) => revealRow(idsAt(event.target) ?? []));

// A stretch is read once; a second caller waits for the first
const underWay = new Map();
function read(stretch) {
  if (!underWay.has(stretch)) {
    underWay.set(stretch, fetch(stretch.dataset.indirizzo).then(async (answer) => {
      if (!answer.ok) throw new Error(answer.statusText);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const found = document.adoptNode(page.getElementById("tratto"));
      found.removeAttribute("id");
      // Words that stand on the page already keep the anchor
      for (const words of found.querySelectorAll("[id]")) {
        if (document.getElementById(words.id)) words.removeAttribute("id");
      }
      stretch.querySelector("p").replaceWith(found);
      stretch.classList.remove("pigro");
    }).catch(() => underWay.delete(stretch)));
  }
  return underWay.get(stretch);
}
for (const stretch of text.querySelectorAll("details.pigro")) {
  stretch.addEventListener("toggle", () => stretch.open && read(stretch));
}

// Choosing a fact goes to its words; choosing it again, to the next place where it is printed
const turns = new Map();
async function goTo(link, id) {
  const address = new URL(link.href);
  const range = /\/testo\/(\d+)-\d+$/.exec(address.pathname);
  if (range) {
    const stretch = document.getElementById(`t-${range[1]}`);
    stretch.open = true;
    await read(stretch);
  }
  const starts = [...wordsOf(id)].filter((words) => words.matches("a, [id]"));
  const places = starts.length ? starts : [...wordsOf(id)];
  if (!places.length) return void (location.href = link.href);
  const turn = (turns.get(id) ?? -1) + 1;
  turns.set(id, turn);
  const at = turn % places.length;
  chosen = [id];
  show(chosen);
  places[at].scrollIntoView({ block: "center" });
  history.replaceState(null, "", `#f-${id}`);
  if (told) told.textContent = `Punto ${at + 1} di ${places.length} nel testo`;
}
facts?.addEventListener("click", (event) => {
  const link = event.target.closest("a.dato");
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  goTo(link, link.closest("[data-fatto]").dataset.fatto);
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  chosen = [];
  show(chosen);
});
