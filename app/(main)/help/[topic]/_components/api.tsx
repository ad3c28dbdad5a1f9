import Link from 'next/link'
import { Code, Refusals, Shot, Steps } from '../../_components/parts'

const CSV_QUERY = `let
    Url = "https://thidua.example.vn/api/v1/clusters/mien-nui-bien-gioi-phia-bac/years/2026/summary",
    Source = Web.Contents(Url, [
        Query = [period = "NINE_MONTHS", format = "csv"]
    ]),
    Table = Csv.Document(Source, [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),
    Headed = Table.PromoteHeaders(Table, [PromoteAllScalars = true]),
    Typed = Table.TransformColumnTypes(Headed, {
        {"value_amount", type number}, {"target_amount", type number},
        {"percent", type number}, {"rank", Int64.Type}
    }, "en-US")
in
    Typed`

const PAGED_QUERY = `let
    Base = "https://thidua.example.vn/api/v1/",
    Page = (cursor as nullable text) =>
        Json.Document(Web.Contents(Base, [
            RelativePath = "awards",
            Query = if cursor = null then [limit = "200"] else [limit = "200", cursor = cursor]
        ])),
    Pages = List.Generate(
        () => Page(null),
        each _ <> null,
        each if [next] = null then null else Page([next])
    ),
    Items = List.Combine(List.Transform(Pages, each [items])),
    Result = Table.FromRecords(Items, {"year", "type", "recipientKind", "unit", "recipient", "decision"})
in
    Result`

const CURL = `curl -H "Authorization: Bearer ctd_…" \\
  "https://thidua.example.vn/api/v1/units?asOf=2025-06-30&code=24"`

export function ApiHelp() {
  return (
    <>
      <Steps title="Tạo mã truy cập">
        <li>
          Vào <Link href="/account#tokens">Tài khoản, mục Mã truy cập dữ liệu</Link>. Đặt tên, chọn dữ liệu
          được đọc, thời hạn.
        </li>
        <li>
          Giữ <b>Chỉ số liệu đã xác nhận</b> khi số sẽ ra ngoài Hội. Chọn <b>Mọi số liệu tôi được xem</b> khi
          cần cả số đang chờ rà soát.
        </li>
        <li>Sao chép mã ngay: mã chỉ hiện một lần. Giữ như mật khẩu; lộ thì thu hồi, có hiệu lực ngay.</li>
      </Steps>
      <Shot name="tokens" alt="Mã truy cập ở trang Tài khoản" />
      <Steps title="Bảng của cụm trong Excel (Power Query)">
        <li>
          Trong Excel: <b>Data, Get Data, From Other Sources, Blank Query</b>, mở <b>Advanced Editor</b>, dán
          đoạn dưới, đổi địa chỉ và tên cụm.
        </li>
        <li>
          Khi được hỏi, chọn <b>Basic</b>: tên gõ gì cũng được, mật khẩu là mã truy cập. Excel lưu mã trong
          máy, không ghi vào tệp.
        </li>
        <li>
          Bấm <b>Refresh All</b> để lấy số mới. Không có gì đổi thì máy chủ trả lời rất nhanh.
        </li>
      </Steps>
      <Code label="Power Query: bảng tổng hợp của cụm">{CSV_QUERY}</Code>
      <Steps title="Danh sách nhiều trang">
        <li>
          Danh sách trả về từng trang; <code>next</code> là con trỏ của trang sau, null là hết.
        </li>
      </Steps>
      <Code label="Power Query: mọi trang khen thưởng">{PAGED_QUERY}</Code>
      <Steps title="Hệ thống khác, cơ sở dữ liệu quốc gia">
        <li>
          Gửi mã trong đầu đề <code>Authorization: Bearer</code>. Gửi lại <code>ETag</code> bằng{' '}
          <code>If-None-Match</code>: chưa đổi thì nhận 304, không tải lại.
        </li>
        <li>
          Mã đơn vị hành chính phải đi kèm ngày (<code>asOf</code>): 24 là Bắc Giang đến 30/6/2025, là Bắc
          Ninh từ 01/7/2025.
        </li>
        <li>
          Số tiền tính bằng đồng, số thập phân có dấu chấm, để nguyên chữ số. Trường <code>text</code> là lời
          như trên màn hình, <code>qualifier</code> nói “trên”, “gần”, “khoảng”.
        </li>
      </Steps>
      <Code label="Ví dụ bằng curl">{CURL}</Code>
      <p className="mt-3">
        Mọi địa chỉ và trường dữ liệu: <Link href="/help/api-reference">Tài liệu API</Link>. Bản cho máy đọc
        (OpenAPI 3.1): <code>/api/v1/openapi.json</code>.
      </p>
      <Refusals
        rows={[
          ['401, cần mã truy cập', 'Mã sai, hết hạn, đã thu hồi, hoặc tài khoản bị khóa. Tạo mã mới.'],
          ['403, không được đọc', 'Mã không gồm loại dữ liệu này. Tạo mã khác với đúng loại.'],
          [
            '404, không tìm thấy',
            'Sai tên cụm, đơn vị hoặc năm. Lấy tên đúng từ địa chỉ trang trên trình duyệt.',
          ],
          ['422, tham số chưa đúng', 'Phần fields của câu trả lời nêu từng tham số sai.'],
          [
            '429, gọi quá nhanh',
            'Mỗi mã được 600 lần gọi một phút, tính chung mọi máy chủ. Chờ số giây ghi ở Retry-After.',
          ],
        ]}
      />
    </>
  )
}
