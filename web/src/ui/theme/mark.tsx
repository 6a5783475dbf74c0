/** The mark of Barbershop Fusion: a pole, its stripes in one piece. */
export function Mark({ size = 28 }: { readonly size?: number }) {
  return <img src="/mark.svg" width={size} height={size} alt="" />;
}
