// <voced-whatif>: charts and levers of the page inside another one. docs/embedding.md lists its attributes
// and events.

(() => {
  "use strict";

  // This script lies in a folder beside the page.
  const page = new URL("../index.html", document.currentScript.src);

  // What the page reads in its address.
  const words = ["lang", "area", "layer", "set", "charts", "levers", "headline", "bands", "theme"];
  const titles = { zh: "职教推演", en: "Vocational What-if" };
  const firstHeight = 480;

  class VocedWhatif extends HTMLElement {
    static observedAttributes = [...words, "link", "title"];

    #frame = null;
    #link = "";
    #hear = (event) => this.#heard(event);

    // The scenario on show as a link: what follows the page's address.
    get link() {
      return this.#link;
    }

    // Another scenario: a link of the page, or what follows its "#".
    set link(link) {
      this.setAttribute("link", link);
    }

    connectedCallback() {
      const frame = document.createElement("iframe");
      Object.assign(frame.style, { display: "block", width: "100%", border: "0", height: `${firstHeight}px` });
      frame.loading = "lazy";
      this.#frame = frame;
      if (!this.style.display) {
        this.style.display = "block";
      }
      window.addEventListener("message", this.#hear);
      this.#show();
      this.append(frame);
    }

    disconnectedCallback() {
      window.removeEventListener("message", this.#hear);
      this.#frame?.remove();
      this.#frame = null;
    }

    attributeChangedCallback(_name, before, after) {
      if (this.#frame && before !== after) {
        this.#show();
      }
    }

    #lang() {
      const near = this.getAttribute("lang") ?? this.closest("[lang]")?.lang ?? "";
      return near.toLowerCase().startsWith("en") ? "en" : "zh";
    }

    #show() {
      const address = new URL(page);
      address.searchParams.set("embed", "1");
      address.searchParams.set("lang", this.#lang());
      for (const word of words.slice(1)) {
        const value = this.getAttribute(word);
        if (value !== null) {
          address.searchParams.set(word, value);
        }
      }
      const link = this.getAttribute("link") ?? "";
      address.hash = link.slice(link.indexOf("#") + 1);
      this.#frame.title = this.getAttribute("title") ?? titles[this.#lang()];
      // Where only the part after "#" differs, the page inside takes it over without loading anew.
      if (this.#frame.src !== address.href) {
        this.#frame.src = address.href;
      }
    }

    #heard(event) {
      if (!this.#frame || event.source !== this.#frame.contentWindow || event.origin !== page.origin) {
        return;
      }
      const { voced, detail } = event.data ?? {};
      if (voced === "height" && Number.isFinite(detail)) {
        this.#frame.style.height = `${Math.ceil(detail)}px`;
      } else if (voced === "ready" || voced === "change") {
        this.#link = String(detail?.link ?? "");
        this.#tell(voced, detail);
      } else if (voced === "fault") {
        this.#tell(voced, { message: String(detail) });
      }
    }

    #tell(name, detail) {
      this.dispatchEvent(new CustomEvent(`voced-${name}`, { detail, bubbles: true }));
    }
  }

  // A page may hold the script twice.
  if (!customElements.get("voced-whatif")) {
    customElements.define("voced-whatif", VocedWhatif);
  }
})();
