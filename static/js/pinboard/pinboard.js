// The board is a page of forms first; what makes it a thing to be touched comes after it.

const come = () => setTimeout(() => import("./hands.js"));

if (document.readyState === "complete") come();
else addEventListener("load", come);
