// SHA-256 of values, and Ed25519 signatures checked with whole numbers (RFC 8032, 5.1).

import { canonical } from "./reading.js";

export const utf8 = (text) => new TextEncoder().encode(text);

export function hexOf(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function bytesOf(hex) {
  if (typeof hex !== "string" || !/^(?:[0-9a-f]{2})*$/.test(hex)) throw new TypeError(`${hex}`);
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

export async function sha256(text) {
  return hexOf(new Uint8Array(await crypto.subtle.digest("SHA-256", utf8(text))));
}

export const digestOf = (value) => sha256(canonical(value));

const PRIME = 2n ** 255n - 19n;
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;
const CURVE = mod(-121665n * inverse(121666n));
const ROOT = power2(2n, (PRIME - 1n) / 4n);

// Tell whether a 64-byte signature is that of a 32-byte public key.
export async function isEdSigned(key, message, signature) {
  if (key.length !== 32 || signature.length !== 64) return false;
  const start = signature.slice(0, 32);
  const [signer, first] = [pointOf(key), pointOf(start)];
  const scalar = little(signature.slice(32));
  if (!signer || !first || scalar >= ORDER) return false;
  const hashed = await crypto.subtle.digest("SHA-512", Uint8Array.from([...start, ...key, ...message]));
  const challenge = little(new Uint8Array(hashed)) % ORDER;
  const base = pointOf(fromNumber(mod(4n * inverse(5n))));
  return samePoint(timesPoint(scalar, base), sumPoint(first, timesPoint(challenge, signer)));
}

function little(bytes) {
  return BigInt(`0x${hexOf([...bytes].reverse())}`);
}

function fromNumber(number) {
  return bytesOf(number.toString(16).padStart(64, "0")).reverse();
}

function mod(number) {
  return ((number % PRIME) + PRIME) % PRIME;
}

function power2(base, exponent) {
  let found = 1n;
  let square = mod(base);
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) found = mod(found * square);
    square = mod(square * square);
  }
  return found;
}

function inverse(number) {
  return power2(number, PRIME - 2n);
}

function pointOf(packed) {
  const number = little(packed);
  const odd = number >> 255n;
  const y = number & (2n ** 255n - 1n);
  if (y >= PRIME) return null;
  const square = mod((y * y - 1n) * inverse(CURVE * y * y + 1n));
  let x = power2(square, (PRIME + 3n) / 8n);
  if (mod(x * x - square)) x = mod(x * ROOT);
  if (mod(x * x - square) || (x === 0n && odd)) return null;
  if (x % 2n !== odd) x = PRIME - x;
  return [x, y, 1n, mod(x * y)];
}

function sumPoint(one, other) {
  const a = mod((one[1] - one[0]) * (other[1] - other[0]));
  const b = mod((one[1] + one[0]) * (other[1] + other[0]));
  const c = mod(2n * one[3] * other[3] * CURVE);
  const d = mod(2n * one[2] * other[2]);
  const [e, f, g, h] = [b - a, d - c, d + c, b + a];
  return [mod(e * f), mod(g * h), mod(f * g), mod(e * h)];
}

function timesPoint(number, point) {
  let found = [0n, 1n, 1n, 0n];
  let double = point;
  for (let rest = number; rest; rest >>= 1n) {
    if (rest & 1n) found = sumPoint(found, double);
    double = sumPoint(double, double);
  }
  return found;
}

function samePoint(one, other) {
  return mod(one[0] * other[2] - other[0] * one[2]) === 0n && mod(one[1] * other[2] - other[1] * one[2]) === 0n;
}
