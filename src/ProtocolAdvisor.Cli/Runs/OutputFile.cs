using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using ProtocolAdvisor.Cli.Words;

namespace ProtocolAdvisor.Cli.Runs;

/// <summary>The file that a result is to be written to: looked at before anything is tried, so that no run is lost to a wrong path; an
/// existing one is replaced only where that is said.</summary>
internal sealed class OutputFile
{
    private readonly Option<string?> _path;
    private readonly Option<bool> _force;
    private readonly CliPhrases _phrases;

    public OutputFile(CliPhrases phrases)
    {
        _phrases = phrases;
        _path = new("--output", "-o") { Description = phrases.Output, HelpName = "FILE" };
        _force = new("--force") { Description = phrases.Force };
    }

    /// <summary>Adds the options to a command, and judges what only fits together or not.</summary>
    public void AddTo(Command command)
    {
        command.Add(_path);
        command.Add(_force);
        command.Validators.Add(result =>
        {
            if (IsReplacing(result) && result.GetResult(_path) is null) result.AddError(_phrases.ForceNeeds);
        });
    }

    /// <summary>Whether the line says that an existing file is to be replaced.</summary>
    public bool IsReplacing(CommandResult result) => result.GetValue(_force);

    /// <summary>Where to; null for the standard output.</summary>
    public string? PathOf(ParseResult line) => line.GetValue(_path);

    /// <summary>Whether an existing file is replaced.</summary>
    public bool Replaces(ParseResult line) => line.GetValue(_force);

    /// <summary>Looks whether the file could be written, and leaves everything as it is.</summary>
    /// <param name="line">The command line.</param>
    /// <param name="continues">Whether an existing file is to be gone on with.</param>
    /// <exception cref="WrongUsageException">The file exists, or its folder does not, or cannot be written to.</exception>
    public void Check(ParseResult line, bool continues = false)
    {
        if (PathOf(line) is not { } path) return;
        // "$FILE" where nobody has set it.
        if (path.Length == 0 || Directory.Exists(path)) throw new WrongUsageException(_phrases.Wants("--output", _phrases.ExpectedFile));
        var file = new FileInfo(path);
        if (file.Directory is not { Exists: true } folder) throw new WrongUsageException(_phrases.FolderMissing);
        if (file.Exists && !continues && !line.GetValue(_force)) throw new WrongUsageException(_phrases.FileExists);
        if (!IsWritable(folder, file)) throw new WrongUsageException(_phrases.FolderNotWritable);
    }

    /// <summary>Opens the file, or the standard output.</summary>
    public Stream Open(ParseResult line) => PathOf(line) is { } path
        ? new FileStream(path, line.GetValue(_force) ? FileMode.Create : FileMode.CreateNew, FileAccess.Write)
            : Console.OpenStandardOutput();

    /// <summary>Writes the result. What is there is written over in its place, so that a device, a link and the rights of a file stay what
    /// they are.</summary>
    public async Task WriteAsync(ParseResult line, Screen screen, string text, CancellationToken cancellationToken)
    {
        if (PathOf(line) is null)
        {
            screen.Write(text);
            return;
        }

        await using var file = Open(line);
        await file.WriteAsync(new UTF8Encoding(false).GetBytes(text), cancellationToken);
    }

    private static bool IsWritable(DirectoryInfo folder, FileInfo file)
    {
        try
        {
            if (file.Exists) using (file.Open(FileMode.Open, FileAccess.Write)) return true;
            using var probe = new FileStream(Path.Combine(folder.FullName, $".{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.Write,
                FileShare.None, 1, FileOptions.DeleteOnClose);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
