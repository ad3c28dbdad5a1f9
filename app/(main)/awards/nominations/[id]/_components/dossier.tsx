import { FileList } from '@/components/evidence/file-list'
import { Badge } from '@/components/ui/badge'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { Time } from '@/components/ui/time'
import { markDossierAction } from '@/lib/awards/actions'
import { dossierLabel } from '@/lib/awards/labels'
import type { NominationDto } from '@/lib/awards/types'

/** The checklist of the dossier, each part ticked off by whoever puts it in. */
export function Dossier({ nomination, canKeep }: { nomination: NominationDto; canKeep: boolean }) {
  const done = nomination.dossier.filter(({ doneAt }) => doneAt).length
  return (
    <section aria-labelledby="ho-so" className="mt-7">
      <h2 id="ho-so">
        Hồ sơ: có {done}/{nomination.dossier.length} phần
      </h2>
      <ul className="border-hair mt-2 max-w-[88ch] border-t">
        {nomination.dossier.map((item) => (
          <li
            key={item.code}
            className="border-hair flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b py-2"
          >
            <span>
              <Badge kind={item.doneAt ? 'strong' : 'plain'}>{item.doneAt ? 'Đã có' : 'Còn thiếu'}</Badge>{' '}
              {dossierLabel(item.code, nomination.type.isFlag)}
              {item.doneAt ? (
                <span className="text-mute text-xs">
                  {' '}
                  <Time value={item.doneAt} />
                  {item.doneBy ? `, ${item.doneBy}` : ''}
                </span>
              ) : null}
            </span>
            {canKeep ? (
              <Form action={markDossierAction}>
                <input type="hidden" name="nominationId" value={nomination.id} />
                <input type="hidden" name="code" value={item.code} />
                <input type="hidden" name="done" value={item.doneAt ? 'off' : 'on'} />
                <SubmitButton kind="quiet" pendingLabel="Đang ghi…">
                  {item.doneAt ? 'Bỏ đánh dấu' : 'Đánh dấu đã có'}
                  <span className="sr-only">: {dossierLabel(item.code, nomination.type.isFlag)}</span>
                </SubmitButton>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
      {nomination.files.length > 0 || canKeep ? (
        <div className="mt-3">
          <h3>Tệp của hồ sơ</h3>
          <FileList
            files={nomination.files}
            owner={{ ownerKind: 'nomination', ownerId: nomination.id }}
            canChange={canKeep}
            empty="Chưa có tệp nào."
          />
        </div>
      ) : null}
      <p className="text-mute mt-2 text-xs">
        Theo Luật Thi đua, khen thưởng 2022, Điều 84 khoản 1
        {nomination.type.isFlag ? '; cờ thi đua phải kèm kết quả bỏ phiếu' : ''}.
      </p>
    </section>
  )
}
