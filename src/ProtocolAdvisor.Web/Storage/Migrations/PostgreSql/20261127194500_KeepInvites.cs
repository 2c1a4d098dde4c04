using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ProtocolAdvisor.Web.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class KeepInvites : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Invites",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    TokenHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Owner = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    AskedBy = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Account = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Note = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    ExpiresAt = table.Column<long>(type: "bigint", nullable: false),
                    Stage = table.Column<int>(type: "integer", nullable: false),
                    Since = table.Column<long>(type: "bigint", nullable: false),
                    ReportId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Sealed = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table => table.PrimaryKey("PK_Invites", x => x.Id));

            migrationBuilder.CreateIndex(name: "IX_Invites_ExpiresAt", table: "Invites", column: "ExpiresAt");
            migrationBuilder.CreateIndex(name: "IX_Invites_TokenHash", table: "Invites", column: "TokenHash", unique: true);
            migrationBuilder.CreateIndex(name: "IX_Invites_Owner_CreatedAt", table: "Invites", columns: new[] { "Owner", "CreatedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable(name: "Invites");
    }
}
