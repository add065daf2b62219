// How far apart the tones of the charts are for people who see colours
// differently: the matrices of Machado, Oliveira and Fernandes (2009) at full
// severity, the distance of CIE 1976 in L*a*b*.

import { readFileSync } from "node:fs";

const style = readFileSync(new URL("../../src/report/formats/html/page.css", import.meta.url), "utf8");

const sights = {
  "usual sight": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};

const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
const rgb = (hex) => [1, 3, 5].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255));
const apply = (matrix, colour) => matrix.map((row) => row.reduce((sum, factor, at) => sum + factor * colour[at], 0));

function lab(colour) {
  const clamped = colour.map((part) => Math.min(1, Math.max(0, part)));
  const xyz = apply([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]], clamped);
  const [x, y, z] = [xyz[0] / 0.95047, xyz[1], xyz[2] / 1.08883].map((part) => (part > 0.008856 ? Math.cbrt(part) : 7.787 * part + 16 / 116));
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function variables(block) {
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value]));
}

/** Distances of each pair of tones, by theme and sight. */
export function tones() {
  const roots = [...style.matchAll(/:root \{([^}]*)\}/g)].map(([, block]) => variables(block));
  const themes = { light: roots[0], dark: { ...roots[0], ...roots[1] } };
  const pairs = [["conflict", "plain"], ["conflict", "warning"], ["warning", "plain"], ["conflict", "card"], ["plain", "card"]];
  return Object.fromEntries(
    Object.entries(themes).map(([theme, colours]) => [
      theme,
      Object.entries(sights).flatMap(([sight, matrix]) =>
        pairs.map(([a, b]) => {
          const [one, other] = [a, b].map((name) => lab(apply(matrix, rgb(colours[name]))));
          return { pair: `${a} and ${b}`, sight, distance: Math.hypot(...one.map((part, at) => part - other[at])) };
        }),
      ),
    ]),
  );
}
