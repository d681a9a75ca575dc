// The recovery code of a credential, as elections/rules/recovery.py has it.

const SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const LENGTH = 28;

export async function spelled(secret) {
  let number = (toNumber(secret) << 12n) | BigInt(await slips(secret));
  const signs = [];
  for (let at = 0; at < LENGTH; at += 1) {
    signs.unshift(SIGNS[Number(number & 31n)]);
    number >>= 5n;
  }
  return signs.join("").match(/.{4}/g).join("-");
}

// Null for a code with a slip.
export async function secretOf(code) {
  const plain = [...code.toUpperCase()].filter((sign) => /[\p{L}\p{N}]/u.test(sign));
  if (plain.length !== LENGTH || plain.some((sign) => !SIGNS.includes(sign))) return null;
  const number = plain.reduce((all, sign) => (all << 5n) | BigInt(SIGNS.indexOf(sign)), 0n);
  const digits = (number >> 12n).toString(16);
  if (digits.length > 32) return null;
  const secret = Uint8Array.from(digits.padStart(32, "0").match(/../g), (byte) => parseInt(byte, 16));
  return Number(number & 0xfffn) === (await slips(secret)) ? secret : null;
}

// Stretch a secret for one use in one round (HKDF, RFC 5869).
export async function derived(secret, round, what, length) {
  const encoder = new TextEncoder();
  const key = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
  const how = { name: "HKDF", hash: "SHA-256", salt: encoder.encode(round), info: encoder.encode(what) };
  return new Uint8Array(await crypto.subtle.deriveBits(how, key, 8 * length));
}

async function slips(secret) {
  const [first, second] = new Uint8Array(await crypto.subtle.digest("SHA-256", secret));
  return (first << 4) | (second >> 4);
}

function toNumber(bytes) {
  return BigInt(`0x${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`);
}
