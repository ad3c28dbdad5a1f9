import Image from 'next/image'
import type { ReactNode } from 'react'

/** One journey: what to do, step by step. */
export function Steps({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-8">
      <h2>{title}</h2>
      <ol className="mt-2 max-w-[80ch] list-decimal space-y-2 pl-6">{children}</ol>
    </section>
  )
}

/** What a refusal says and what to do then. */
export function Refusals({ rows }: { rows: [says: string, todo: ReactNode][] }) {
  return (
    <section className="mt-8">
      <h2>Khi bị từ chối</h2>
      <dl className="mt-2 max-w-[80ch] space-y-3">
        {rows.map(([says, todo]) => (
          <div key={says}>
            <dt className="font-semibold">{says}</dt>
            <dd>{todo}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const SIZES = { wide: [1200, 750], phone: [390, 700] } as const

/** A screen as `npm run help:shots` photographed it. */
export function Shot({ name, alt, size = 'wide' }: { name: string; alt: string; size?: keyof typeof SIZES }) {
  const [width, height] = SIZES[size]
  return (
    <figure className="mt-5">
      <Image
        src={`/help/${name}.png`}
        alt={alt}
        width={width}
        height={height}
        loading="lazy"
        className="border-line h-auto max-w-full border"
      />
      <figcaption className="text-mute mt-1 text-sm">{alt}</figcaption>
    </figure>
  )
}

/** Text to be copied into another program as it stands. */
export function Code({ label, children }: { label: string; children: string }) {
  return (
    <pre
      tabIndex={0}
      aria-label={label}
      className="bg-wash border-line mt-2 max-w-[100ch] overflow-x-auto border p-3 text-sm whitespace-pre"
    >
      <code>{children}</code>
    </pre>
  )
}
