// Write one SVG sprite from single Lucide icons.
// node sprite.mjs FOLDER_OF_ICONS VERSION our-name[=lucide-name] …
import { readFileSync } from "node:fs";

const [folder, version, ...wanted] = process.argv.slice(2);

function symbol(entry) {
  const [name, source = name] = entry.split("=");
  const svg = readFileSync(`${folder}/${source}.svg`, "utf8");
  const shapes = svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.indexOf("</svg>"));
  return `<symbol id="${name}" viewBox="0 0 24 24">${shapes.replace(/\s*\n\s*/g, "")}</symbol>`;
}

console.log(`<!-- Lucide ${version}, ISC, https://lucide.dev/license -->
<svg xmlns="http://www.w3.org/2000/svg">
${wanted.sort().map(symbol).join("\n")}
</svg>`);
