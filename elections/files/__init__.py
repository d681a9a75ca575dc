"""Files of other programs: BLT, ABIF, CSV and Pabulib, in and out without loss."""
