// What the example does with the events of <voced-whatif>: sentences with the numbers on show.

const live = document.getElementById("live");

function say({ detail }) {
  document.getElementById("year").textContent = `${detail.year} 年`;
  for (const [id, { text }] of Object.entries(detail.results)) {
    const place = document.getElementById(id);
    if (place) {
      place.textContent = text ?? "没有数值";
    }
  }
}

live.addEventListener("voced-ready", say);
live.addEventListener("voced-change", say);

document.getElementById("more").addEventListener("click", () => live.setAttribute("set", "vocational_share:50%"));
document.getElementById("back").addEventListener("click", () => live.removeAttribute("set"));
