// Exact fractions of whole numbers of any size, always in lowest terms.

export class Fraction {
  constructor(top, bottom = 1n) {
    const shared = sharedPart(BigInt(top), BigInt(bottom));
    this.top = BigInt(top) / shared;
    this.bottom = BigInt(bottom) / shared;
  }

  plus(other) {
    return new Fraction(this.top * other.bottom + other.top * this.bottom, this.bottom * other.bottom);
  }

  minus(other) {
    return new Fraction(this.top * other.bottom - other.top * this.bottom, this.bottom * other.bottom);
  }

  times(number) {
    return new Fraction(this.top * BigInt(number), this.bottom);
  }

  over(number) {
    return new Fraction(this.top, this.bottom * BigInt(number));
  }

  compare(other) {
    const ahead = this.top * other.bottom - other.top * this.bottom;
    return ahead > 0n ? 1 : ahead < 0n ? -1 : 0;
  }

  // As Python writes it: `3/4`, or `2` where nothing is left over.
  toString() {
    return this.bottom === 1n ? String(this.top) : `${this.top}/${this.bottom}`;
  }

  toJSON() {
    return String(this);
  }
}

export const least = (numbers) => numbers.reduce((one, other) => (one.compare(other) <= 0 ? one : other));

// The denominator is above zero, so the sign stays with the numerator.
function sharedPart(top, bottom) {
  let [one, other] = [top < 0n ? -top : top, bottom];
  while (other) [one, other] = [other, one % other];
  return one;
}
