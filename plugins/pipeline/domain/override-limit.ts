/** How many open orders managers may grade themselves: a tenth, and one even of a few. */
export const mostOverrides = (openOrders: number): number =>
  Math.max(1, Math.floor(openOrders / 10))
