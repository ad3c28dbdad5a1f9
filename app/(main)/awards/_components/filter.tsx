import { buttonClass } from '@/components/ui/button'
import type { AwardTypeDto } from '@/lib/awards/types'

/** A plain form: the address carries what is asked, so a filtered list can be sent on. */
export function AwardFilter({
  years,
  types,
  year,
  type,
}: {
  years: number[]
  types: AwardTypeDto[]
  year: number | undefined
  type: string | undefined
}) {
  return (
    <form className="no-print mt-4 flex flex-wrap items-end gap-x-4 gap-y-3" action="/awards">
      <label className="grid gap-1">
        <span className="font-semibold">Năm</span>
        <select name="nam" defaultValue={year ?? ''} className="box min-w-[120px]">
          <option value="">Mọi năm</option>
          {years.map((value) => (
            <option key={value} value={value}>
              {value}
            </option>
          ))}
        </select>
      </label>
      <label className="grid min-w-0 gap-1">
        <span className="font-semibold">Danh hiệu, hình thức</span>
        <select name="loai" defaultValue={type ?? ''} className="box max-w-full sm:min-w-[320px]">
          <option value="">Mọi loại</option>
          {types.map((value) => (
            <option key={value.code} value={value.code}>
              {value.name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className={buttonClass('secondary')}>
        Lọc
      </button>
    </form>
  )
}
