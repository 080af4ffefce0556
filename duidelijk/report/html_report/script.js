"use strict";
// Comfort only: without this script every number in the text is a link to its note, and back.
(() => {
  const screen = document.createElement("div");
  screen.className = "venster";
  screen.popover = "manual";
  let shown = null;
  let leaving = 0;

  const place = (at) => {
    const box = at.getBoundingClientRect();
    const size = screen.getBoundingClientRect();
    const room = document.documentElement.clientWidth - size.width - 16;
    const fits = box.bottom + 8 + size.height < innerHeight || box.top < size.height + 8;
    screen.style.left = `${Math.max(16, Math.min(box.left - 24, room))}px`;
    screen.style.top = `${fits ? box.bottom + 8 : box.top - size.height - 8}px`;
  };

  const marks = (link, on) => {
    for (const mark of document.querySelectorAll(`mark[data-n="${link.id}"]`)) mark.classList.toggle("aan", on);
  };

  const hide = () => {
    clearTimeout(leaving);
    if (!shown) return;
    marks(shown, false);
    shown = null;
    screen.hidePopover();
    screen.remove();
  };

  const show = (link, at) => {
    clearTimeout(leaving);
    if (shown === link) return;
    hide();
    const note = document.getElementById(link.hash.slice(1));
    if (!note) return;
    const copy = document.createElement("div");
    copy.className = note.className;
    copy.append(...[...note.cloneNode(true).children]);
    copy.querySelector(".kop .nr").remove();
    screen.replaceChildren(copy);
    link.after(screen);
    screen.showPopover();
    place(at);
    shown = link;
    marks(link, true);
  };

  const later = () => {
    clearTimeout(leaving);
    leaving = setTimeout(hide, 250);
  };

  const link = (target) => {
    const mark = target.closest("mark[data-n]");
    return mark ? document.getElementById(mark.dataset.n) : target.closest(".tekst a.nr");
  };

  if (!("popover" in HTMLElement.prototype)) return;
  for (const text of document.querySelectorAll(".tekst")) {
    text.addEventListener("mouseover", (event) => {
      if (screen.contains(event.target)) return clearTimeout(leaving);
      const found = link(event.target);
      if (found) show(found, event.target);
      else if (!text.contains(document.activeElement)) later();
    });
    text.addEventListener("mouseleave", () => text.contains(document.activeElement) || later());
    text.addEventListener("focusin", (event) => {
      if (screen.contains(event.target)) return;
      const found = link(event.target);
      if (found) show(found, found);
    });
    text.addEventListener("focusout", (event) => {
      if (!screen.contains(event.relatedTarget)) later();
    });
    text.addEventListener("click", (event) => {
      const mark = event.target.closest("mark[data-n]");
      if (mark) link(mark).focus();
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && shown) {
      const back = shown;
      const inside = screen.contains(document.activeElement);
      hide();
      if (inside) back.focus({ preventScroll: true });
    }
  });
  document.addEventListener("scroll", () => shown && place(shown), { passive: true });
})();
