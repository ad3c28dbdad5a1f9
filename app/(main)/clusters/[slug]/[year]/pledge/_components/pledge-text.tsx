import { Fact, Facts, Unstated } from '@/components/clusters/facts'
import { Badge } from '@/components/ui/badge'
import { PLEDGE_STATE_LABELS } from '@/lib/activities/pledge/labels'
import { shortHash } from '@/lib/activities/pledge/rules'
import type { PledgeDto } from '@/lib/activities/pledge/types'
import { printDateTime } from '@/lib/platform/dates'

/** The text that units agree to, whole, with the mark by which a copy can be told from another. */
export function PledgeText({ pledge }: { pledge: PledgeDto }) {
  const { content, version, hash, at, by } = pledge.text
  const fromSource = pledge.source !== null
  return (
    <section aria-labelledby="van-ban" className="mt-4">
      <h2 id="van-ban" className="sr-only">
        Văn bản giao ước
      </h2>
      <Facts>
        <Fact label="Chủ đề">
          {content.theme ? `“${content.theme}”` : <Unstated fromSource={fromSource} />}
        </Fact>
        <Fact label="Nội dung">
          {content.preamble ? (
            <p className="max-w-[80ch] whitespace-pre-line">{content.preamble}</p>
          ) : (
            <Unstated fromSource={fromSource} />
          )}
        </Fact>
        <Fact label="Nhiệm vụ chung">
          <Lines lines={content.tasks} fromSource={fromSource} />
        </Fact>
        <Fact label="Hoạt động chung">
          <Lines lines={content.activities} fromSource={fromSource} />
        </Fact>
        {content.closing || !fromSource ? (
          <Fact label="Cam kết">
            {content.closing ? (
              <p className="max-w-[80ch] whitespace-pre-line">{content.closing}</p>
            ) : (
              <Unstated fromSource={fromSource} />
            )}
          </Fact>
        ) : null}
        {fromSource ? null : (
          <Fact label="Văn bản">
            <Badge kind={pledge.state === 'FINAL' ? 'strong' : 'plain'}>
              {PLEDGE_STATE_LABELS[pledge.state]}
            </Badge>{' '}
            bản {version}, lưu {printDateTime(at)}
            {by ? ` bởi ${by}` : ''}; mã kiểm <code title={hash}>{shortHash(hash)}</code>
          </Fact>
        )}
      </Facts>
    </section>
  )
}

function Lines({ lines, fromSource }: { lines: string[]; fromSource: boolean }) {
  if (lines.length === 0) return <Unstated fromSource={fromSource} />
  return (
    <ol className="grid max-w-[80ch] list-decimal gap-1 pl-5">
      {lines.map((line, index) => (
        <li key={index}>{line}</li>
      ))}
    </ol>
  )
}
