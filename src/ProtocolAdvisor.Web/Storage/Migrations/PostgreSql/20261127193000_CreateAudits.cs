using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ProtocolAdvisor.Web.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class CreateAudits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Audits",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    CatalogueFromNetwork = table.Column<bool>(type: "boolean", nullable: false),
                    CompareWith = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true, collation: "C"),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    Done = table.Column<int>(type: "integer", nullable: false),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true),
                    ExpiresAt = table.Column<long>(type: "bigint", nullable: false),
                    Hold = table.Column<int>(type: "integer", nullable: true),
                    IdempotencyBody = table.Column<byte[]>(type: "bytea", nullable: true),
                    IdempotencyKey = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    LeasedBy = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true, collation: "C"),
                    LeasedUntil = table.Column<long>(type: "bigint", nullable: true),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    NextAt = table.Column<long>(type: "bigint", nullable: true),
                    Owner = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    PerHostPerMinute = table.Column<int>(type: "integer", nullable: true),
                    RepeatEveryDays = table.Column<int>(type: "integer", nullable: true),
                    RepeatOf = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true, collation: "C"),
                    State = table.Column<int>(type: "integer", nullable: false),
                    Total = table.Column<int>(type: "integer", nullable: false),
                    Usage = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Audits", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditItems",
                columns: table => new
                {
                    AuditId = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Asked = table.Column<string>(type: "character varying(330)", maxLength: 330, nullable: false, collation: "C"),
                    Codes = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    FinishedAt = table.Column<long>(type: "bigint", nullable: true),
                    MailHost = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true, collation: "C"),
                    Reference = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Row = table.Column<byte[]>(type: "bytea", nullable: true),
                    State = table.Column<int>(type: "integer", nullable: true),
                    Subject = table.Column<string>(type: "character varying(330)", maxLength: 330, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditItems", x => new { x.AuditId, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "AuditRuns",
                columns: table => new
                {
                    AuditId = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Run = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditRuns", x => new { x.AuditId, x.Number });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Audits_CreatedAt",
                table: "Audits",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Audits_ExpiresAt",
                table: "Audits",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_Audits_IdempotencyKey",
                table: "Audits",
                column: "IdempotencyKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AuditItems_AuditId_Asked",
                table: "AuditItems",
                columns: new[] { "AuditId", "Asked" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditItems_AuditId_FinishedAt",
                table: "AuditItems",
                columns: new[] { "AuditId", "FinishedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "AuditRuns");
            migrationBuilder.DropTable(name: "AuditItems");
            migrationBuilder.DropTable(name: "Audits");
        }
    }
}
