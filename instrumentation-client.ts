/**
 * Hands the router a page's payload only once it is whole.
 *
 * The router shows a payload while it still arrives: a line that is cut in the middle then takes the page that stands
 * there down with it, and what was typed on it. An answer that cannot be read to its end is a request that failed
 * instead, and for those the router waits for the connection and asks again (`experimental.useOffline`).
 */
const send = window.fetch

window.fetch = async (input, init) => {
  const answer = await send(input, init)
  const headers = new Headers(init?.headers)
  if (headers.has('rsc') || headers.has('next-action')) await answer.clone().arrayBuffer()
  return answer
}
