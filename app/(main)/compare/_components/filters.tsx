'use client'

import { useSyncExternalStore, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import {
  BASE_LABELS,
  BASE_SLUGS,
  COMPARED_LABELS,
  COMPARED_SLUGS,
  VIEW_SLUGS,
} from '@/lib/summaries/compare/labels'
import { readComparison } from '@/lib/summaries/compare/schema'
import { BASES, COMPARED, type ComparisonAsk } from '@/lib/summaries/compare/types'
import { BOUNDARY_LABELS, BOUNDARY_SLUGS } from '@/lib/summaries/territory/labels'
import { BOUNDARY_MODES } from '@/lib/summaries/territory/types'
import { PERIOD_SLUGS } from '@/lib/periods/labels'
import type { Option, PrintedChoices, PrintedRow } from './printed'

const options = <T extends string>(
  all: readonly T[],
  slugs: Record<T, string>,
  labels: Record<T, string>,
): Option[] => all.map((one) => ({ value: slugs[one], label: labels[one] }))

/** What is compared: a form of the page that, with JavaScript, answers each choice at once. */
export function Filters({
  ask,
  choices,
  rows,
  onChange,
}: {
  ask: ComparisonAsk
  choices: PrintedChoices
  rows: PrintedRow[]
  onChange: (part: Partial<ComparisonAsk>) => void
}) {
  const live = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  )
  const years = choices.years.map((year) => ({ value: String(year), label: String(year) }))
  const clusters = ask.compared === 'CLUSTERS'
  const picks = ask.view === 'LINES' || ask.view === 'MULTIPLES'
  const wholeForm = (form: HTMLFormElement) => {
    const data = Object.fromEntries(
      [...new FormData(form).entries()].filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string',
      ),
    )
    onChange({ ...readComparison(data), picked: new FormData(form).getAll('chon').map(String) })
  }
  return (
    <form
      method="get"
      action="/compare"
      aria-label="Chọn số liệu để so sánh"
      className="no-print mt-4 grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap"
      onChange={(event) => wholeForm(event.currentTarget)}
      onSubmit={(event) => {
        event.preventDefault()
        wholeForm(event.currentTarget)
      }}
    >
      <input type="hidden" name="xem" value={VIEW_SLUGS[ask.view]} />
      {picks ? null : <input type="hidden" name="chon" value={ask.picked.join(',')} />}
      <Choice name="chi-tieu" label="Chỉ tiêu" value={ask.code ?? ''} className="max-sm:col-span-2 sm:w-60">
        {choices.indicators.map(({ group, options: all }) => (
          <optgroup key={group} label={group}>
            <Options all={all} />
          </optgroup>
        ))}
      </Choice>
      <Choice name="theo" label="So sánh" value={COMPARED_SLUGS[ask.compared]}>
        <Options all={options(COMPARED, COMPARED_SLUGS, COMPARED_LABELS)} />
      </Choice>
      {clusters ? (
        <Choice name="tinh-theo" label="Tính theo" value={BASE_SLUGS[ask.base]}>
          <Options all={options(BASES, BASE_SLUGS, BASE_LABELS)} />
        </Choice>
      ) : (
        <>
          <Choice name="cum" label="Trong cụm" value={ask.cluster ?? ''} className="sm:w-[180px]">
            <option value="">Cả nước</option>
            <Options all={choices.clusters} />
          </Choice>
          <Choice
            name="dia-gioi"
            label="Địa giới"
            value={BOUNDARY_SLUGS[ask.boundary]}
            className="max-sm:col-span-2"
          >
            <Options all={options(BOUNDARY_MODES, BOUNDARY_SLUGS, BOUNDARY_LABELS)} />
          </Choice>
        </>
      )}
      <Choice name="tu" label="Từ năm" value={String(ask.from)}>
        <Options all={years} />
      </Choice>
      <Choice name="den" label="Đến năm" value={String(ask.to)}>
        <Options all={years} />
      </Choice>
      <Choice
        name="ky"
        label="Kỳ báo cáo"
        value={ask.period ? PERIOD_SLUGS[ask.period] : ''}
        className="max-sm:col-span-2"
      >
        <Options all={choices.periods} />
      </Choice>
      {picks ? <Picks picked={ask.picked} rows={rows} /> : null}
      {live ? null : <Button type="submit">Xem</Button>}
    </form>
  )
}

function Picks({ picked, rows }: { picked: string[]; rows: PrintedRow[] }) {
  return (
    <details className="relative">
      <summary className="box inline-flex items-center pr-8">
        Chọn hàng{picked.length > 0 ? `: ${picked.length}` : ''}
      </summary>
      <fieldset className="border-line bg-paper shadow-float absolute z-10 mt-1 max-h-[340px] w-[280px] overflow-y-auto rounded border px-4 py-3">
        <legend className="sr-only">Hàng được vẽ</legend>
        {rows.map(({ key, name }) => (
          <label key={key} className="flex items-center gap-2.5 py-1 pointer-coarse:min-h-11">
            <input
              type="checkbox"
              name="chon"
              value={key}
              checked={picked.includes(key)}
              onChange={answeredByForm}
              className="accent-cham size-4"
            />
            {name}
          </label>
        ))}
      </fieldset>
    </details>
  )
}

/** The form hears every change of what is in it. */
const answeredByForm = () => {}

const Options = ({ all }: { all: Option[] }) =>
  all.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ))

function Choice({
  name,
  label,
  value,
  className = '',
  children,
}: {
  name: string
  label: string
  value: string
  className?: string
  children: ReactNode
}) {
  return (
    <label className={`block max-w-full ${className}`}>
      <span className="mb-1 block font-semibold">{label}</span>
      <select name={name} value={value} onChange={answeredByForm} className="box max-w-full">
        {children}
      </select>
    </label>
  )
}
