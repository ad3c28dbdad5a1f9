/** The root leads to the page that describes it. */
export function GET(): Response {
  return new Response(null, { status: 307, headers: { location: '/help/api-reference' } })
}
