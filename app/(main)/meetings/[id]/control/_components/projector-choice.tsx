import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import type { BallotListItem } from '@/lib/ballots/types'
import { showSceneAction } from '@/lib/meetings/actions'
import type { MeetingDto, ProjectorScene } from '@/lib/meetings/types'

const keyOf = (scene: ProjectorScene): string => {
  if (scene.kind === 'TABLE') return `TABLE:${scene.group}`
  if (scene.kind === 'UNIT') return `UNIT:${scene.unitId}`
  if (scene.kind === 'DECISION') return `DECISION:${scene.decisionId}`
  if (scene.kind === 'BALLOT' || scene.kind === 'RESULT') return `BALLOT:${scene.ballotId}`
  return scene.kind
}

/** What the projector shows, one button each; the one shown now is pressed. */
export function ProjectorChoice({
  meeting,
  pages,
  ballots,
}: {
  meeting: MeetingDto
  pages: string[]
  ballots: BallotListItem[]
}) {
  const now = keyOf(meeting.projector)
  const groups: { title: string; scenes: [string, string][] }[] = [
    {
      title: 'Hội nghị',
      scenes: [
        ['WELCOME', 'Chào mừng, mã điểm danh'],
        ['AGENDA', 'Chương trình'],
        ['ITEM', 'Mục đang diễn ra'],
        ['SPEAKER', 'Người phát biểu'],
      ],
    },
    {
      title: 'Bình bầu',
      scenes: ballots.map(({ id, title, round }) => [
        `BALLOT:${id}`,
        round > 1 ? `${title}, vòng ${round}` : title,
      ]),
    },
    { title: 'Bảng kết quả', scenes: pages.map((title, index) => [`TABLE:${index}`, title]) },
    { title: 'Đơn vị', scenes: meeting.memberUnits.map(({ id, name }) => [`UNIT:${id}`, name]) },
    {
      title: 'Quyết định',
      scenes: meeting.decisions
        .slice(-3)
        .map(({ id, text }) => [`DECISION:${id}`, text.length > 60 ? `${text.slice(0, 60)}…` : text]),
    },
  ]
  return (
    <Form action={showSceneAction} aria-label="Màn chiếu">
      <input type="hidden" name="meetingId" value={meeting.id} />
      {groups
        .filter(({ scenes }) => scenes.length > 0)
        .map(({ title, scenes }) => (
          <fieldset key={title} className="mt-3">
            <legend className="text-mute text-sm">{title}</legend>
            <div className="mt-1 flex flex-wrap gap-2">
              {scenes.map(([value, label]) => (
                <SubmitButton
                  key={value}
                  name="scene"
                  value={value}
                  kind={value === now ? 'primary' : 'secondary'}
                  aria-pressed={value === now}
                  pendingLabel={label}
                  className="min-h-11 text-left"
                >
                  {label}
                </SubmitButton>
              ))}
            </div>
          </fieldset>
        ))}
    </Form>
  )
}
