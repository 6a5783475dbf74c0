/** Rolls of a receipt printer by their width in millimetres, and a sheet. */
export const PAPER_SIZES = ['58', '80', 'a4'] as const;
export type PaperSize = (typeof PAPER_SIZES)[number];
