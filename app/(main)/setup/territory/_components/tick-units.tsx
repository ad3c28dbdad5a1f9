/** The old units of a merger, several of today's; `chosen` are ticked already, `refused` says what is wrong with them. */
export function TickUnits({
  units,
  chosen,
  refused,
}: {
  units: { id: string; name: string }[]
  chosen: readonly string[]
  refused?: string
}) {
  return (
    <fieldset className="mt-4 max-w-[88ch]" aria-describedby={refused ? 'units-refused' : undefined}>
      <legend className="mb-1 font-semibold">Các đơn vị sáp nhập</legend>
      <ul className="border-edge grid max-h-[260px] grid-cols-[repeat(auto-fill,minmax(160px,1fr))] gap-x-6 overflow-y-auto rounded border px-3 py-2">
        {units.map(({ id, name }) => (
          <li key={id}>
            <label className="flex items-center gap-2.5 py-0.5 pointer-coarse:py-3">
              <input
                type="checkbox"
                name="predecessorIds"
                value={id}
                defaultChecked={chosen.includes(id)}
                className="accent-cham size-4 shrink-0"
              />
              {name}
            </label>
          </li>
        ))}
      </ul>
      {refused ? (
        <p id="units-refused" className="text-co mt-[3px] text-xs">
          {refused}
        </p>
      ) : null}
    </fieldset>
  )
}
