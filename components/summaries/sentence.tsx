'use client'

import { Fragment } from 'react'
import type { Sentence } from '@/lib/summaries/types'

/** Generated sentences as running text; each unit leads to its own year. */
export function Sentences({ sentences, year }: { sentences: Sentence[]; year: number }) {
  return (
    <p>
      {sentences.map((sentence, index) => (
        <Fragment key={index}>
          {index > 0 ? ' ' : null}
          {sentence.map((segment, at) =>
            typeof segment === 'string' ? (
              segment
            ) : 'strong' in segment ? (
              <b key={at}>{segment.strong}</b>
            ) : (
              <a data-soft key={at} href={`/units/${segment.unit.slug}/${year}`}>
                {segment.unit.name}
              </a>
            ),
          )}
        </Fragment>
      ))}
    </p>
  )
}
