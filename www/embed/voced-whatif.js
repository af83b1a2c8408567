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
    static get observedAttributes() {
      return [...words, "link", "title"];
    }

    // Names that begin with a mark are nobody else's. (Browsers before 2020 do not know private ones.)
    constructor() {
      super();
      this._frame = null;
      this._link = "";
      this._hear = (event) => this._heard(event);
    }

    // The scenario on show as a link: what follows the page's address.
    get link() {
      return this._link;
    }

    // Another scenario: a link of the page, or what follows its "#".
    set link(link) {
      this.setAttribute("link", link);
    }

    connectedCallback() {
      const frame = document.createElement("iframe");
      Object.assign(frame.style, { display: "block", width: "100%", border: "0", height: `${firstHeight}px` });
      frame.loading = "lazy";
      this._frame = frame;
      if (!this.style.display) {
        this.style.display = "block";
      }
      window.addEventListener("message", this._hear);
      this._show();
      this.append(frame);
    }

    disconnectedCallback() {
      window.removeEventListener("message", this._hear);
      this._frame?.remove();
      this._frame = null;
    }

    attributeChangedCallback(_name, before, after) {
      if (this._frame && before !== after) {
        this._show();
      }
    }

    _lang() {
      const near = this.getAttribute("lang") ?? this.closest("[lang]")?.lang ?? "";
      return near.toLowerCase().startsWith("en") ? "en" : "zh";
    }

    _show() {
      const address = new URL(page);
      address.searchParams.set("embed", "1");
      address.searchParams.set("lang", this._lang());
      for (const word of words.slice(1)) {
        const value = this.getAttribute(word);
        if (value !== null) {
          address.searchParams.set(word, value);
        }
      }
      const link = this.getAttribute("link") ?? "";
      address.hash = link.slice(link.indexOf("#") + 1);
      this._frame.title = this.getAttribute("title") ?? titles[this._lang()];
      // Where only the part after "#" differs, the page inside takes it over without loading anew.
      if (this._frame.src !== address.href) {
        this._frame.src = address.href;
      }
    }

    _heard(event) {
      if (!this._frame || event.source !== this._frame.contentWindow || event.origin !== page.origin) {
        return;
      }
      const { voced, detail } = event.data ?? {};
      if (voced === "height" && Number.isFinite(detail)) {
        this._frame.style.height = `${Math.ceil(detail)}px`;
      } else if (voced === "ready" || voced === "change") {
        this._link = String(detail?.link ?? "");
        this._tell(voced, detail);
      } else if (voced === "fault") {
        this._tell(voced, { message: String(detail) });
      }
    }

    _tell(name, detail) {
      this.dispatchEvent(new CustomEvent(`voced-${name}`, { detail, bubbles: true }));
    }
  }

  // A page may hold the script twice.
  if (!customElements.get("voced-whatif")) {
    customElements.define("voced-whatif", VocedWhatif);
  }
})();
